/** What outlives the instance: data volume and backup bucket; and its log. */
package com.harena.allinone.constructs.storage;
