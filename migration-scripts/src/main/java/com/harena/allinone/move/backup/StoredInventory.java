package com.harena.allinone.move.backup;

import com.harena.allinone.move.store.Inventory;

/**
 * What a backup holds of one store.
 *
 * @param store name of the store, and of its folder
 * @param endpoint the server it comes from
 * @param inventory what it is
 */
public record StoredInventory(String store, String endpoint, Inventory inventory) {}
