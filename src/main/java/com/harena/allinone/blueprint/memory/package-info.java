/** What the blueprint's services need of the machine's memory: the rules and the output sum it. */
package com.harena.allinone.blueprint.memory;
