package com.harena.allinone.stack.redeploy;

import com.harena.allinone.schema.UpdateKind;

/**
 * One changed property of a resource.
 *
 * @param path its path, without list positions
 * @param kind what changing it does to the resource
 * @param reason why it counts as changed and who says what that does
 */
record PropertyChange(String path, UpdateKind kind, String reason) {}
