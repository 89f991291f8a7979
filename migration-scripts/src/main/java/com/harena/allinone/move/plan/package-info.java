/** The file that says what moves from where to where; it holds references to secrets only. */
package com.harena.allinone.move.plan;
