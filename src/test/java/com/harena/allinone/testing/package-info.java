/** What several tests need and no product code may see. */
package com.harena.allinone.testing;
