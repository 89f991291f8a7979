/** The report of a move as a page that one can read anywhere, made from the report's JSON. */
package com.harena.allinone.move.report;
