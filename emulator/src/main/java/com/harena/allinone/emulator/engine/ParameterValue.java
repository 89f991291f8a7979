package com.harena.allinone.emulator.engine;

import java.util.Optional;

/**
 * A parameter of a stack as CloudFormation reports it.
 *
 * @param key its name
 * @param value its value, {@code ****} if the template says NoEcho
 * @param resolved what the value named in SSM, for parameters of an SSM type
 */
public record ParameterValue(String key, String value, Optional<String> resolved) {}
