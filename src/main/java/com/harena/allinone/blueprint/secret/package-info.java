/**
 * Finds secret values, so that none is accepted and none is repeated. Internal to the blueprint.
 */
package com.harena.allinone.blueprint.secret;
