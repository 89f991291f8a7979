/**
 * Whose volume it is: an instance that the owner parameter does not name waits and touches nothing;
 * the one it names takes the volume over from whoever holds it.
 */
package com.harena.allinone.host.owner;
