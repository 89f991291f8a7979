/** What the instance needs and its distribution lacks: where it comes from, and its checksums. */
package com.harena.allinone.artefact;
