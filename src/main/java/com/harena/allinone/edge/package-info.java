/**
 * What CloudFront is given: the function that finds pages, the page shown while the instance
 * sleeps, and the handlers that connect it to the instance.
 */
package com.harena.allinone.edge;
