package com.harena.allinone.emulator.engine;

import java.util.Optional;

/**
 * Why a resource is modified, and where.
 *
 * @param attribute the part that changes, such as Properties
 * @param name name of the property, for Properties
 * @param path the property's path as a JSON pointer; only with IncludePropertyValues
 * @param requiresRecreation Never, Conditionally or Always
 * @param beforeValue value before; only with IncludePropertyValues
 * @param afterValue value after; only with IncludePropertyValues
 * @param changeType Add, Remove or Modify; only with IncludePropertyValues
 * @param evaluation Static if the value is known now, Dynamic if only the deploy tells
 * @param changeSource ResourceReference, ParameterReference, ResourceAttribute or
 *     DirectModification
 * @param causingEntity what is referred to, such as {@code Bucket.Arn}
 */
public record ChangeDetail(
    String attribute,
    Optional<String> name,
    Optional<String> path,
    String requiresRecreation,
    Optional<String> beforeValue,
    Optional<String> afterValue,
    Optional<String> changeType,
    String evaluation,
    Optional<String> changeSource,
    Optional<String> causingEntity) {}
