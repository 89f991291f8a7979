/** The whole move on this machine, on real servers with generated or one's own data. */
package com.harena.allinone.rehearsal;
