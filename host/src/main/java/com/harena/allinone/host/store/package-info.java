/** What a power cut leaves of a store's files, mended before the engine starts the store. */
package com.harena.allinone.host.store;
