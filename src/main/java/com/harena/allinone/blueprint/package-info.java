/**
 * The blueprint: one YAML file that describes the application, read into records, with every fault
 * reported at once.
 */
package com.harena.allinone.blueprint;
