/** What the host asks of the web: a file, a sign of health, a signal. */
package com.harena.allinone.host.web;
