package com.harena.allinone.blueprint;

/**
 * A kind of file that is bound to records, in the words of its faults.
 *
 * @param word what it is: {@code blueprint}
 * @param example the file that a newcomer copies
 * @param keepsReferences whether its keys for secrets say where a secret is; otherwise no such key
 *     is allowed to hold anything
 */
public record Document(String word, String example, boolean keepsReferences) {
  /** What a stack is made from. */
  public static final Document BLUEPRINT = new Document("blueprint", "stacks/harena.yaml", false);
}
