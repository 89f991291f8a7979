/** What runs on the instance when an operator asks for it from elsewhere. */
package com.harena.allinone.host.instance;
