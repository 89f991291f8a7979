/**
 * The published schemas of CloudFormation's resource types, and what AWS's documentation adds where
 * they say nothing of what an update does.
 */
package com.harena.allinone.schema;
