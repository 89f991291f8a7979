/** A static site: its bucket, and what CloudFront needs to serve it. */
package com.harena.allinone.constructs.site;
