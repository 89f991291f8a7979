/** What cannot be combined, one small class for each rule. Internal to the blueprint. */
package com.harena.allinone.blueprint.rule;
