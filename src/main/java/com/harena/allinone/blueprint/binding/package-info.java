/** Binds the located tree to the records, key by key. Internal to the blueprint. */
package com.harena.allinone.blueprint.binding;
