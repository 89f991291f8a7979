/**
 * What the roles of a template may do: policies evaluated as they are written, and no permission on
 * everything where AWS allows to name a resource.
 */
package com.harena.allinone.stack.access;
