/**
 * What a deployment costs: a dated price list, and estimates that say where each figure comes from
 * and what they leave out.
 */
package com.harena.allinone.cost;
