/**
 * What the blueprint's file may hold, derived from its records: the loader and the JSON Schema both
 * follow it. Internal to the blueprint.
 */
package com.harena.allinone.blueprint.shape;
