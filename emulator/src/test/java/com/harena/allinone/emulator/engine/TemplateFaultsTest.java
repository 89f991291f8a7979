package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.fixture.Local;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that are none, or hold what nobody knows: refused by name, and nothing is made. */
class TemplateFaultsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no template at all|Template format error: unsupported structure.",
        "[]|Template format error: unsupported structure.",
        "{\"Resources\": |Template format error: JSON not well-formed.",
        "{\"Resources\": {}, \"Resources\": {}}|Template format error: JSON not well-formed.",
        "a: [b|Template format error: YAML not well-formed.",
        "Resources: {}|At least one Resources member must be defined.",
        "Description: x|At least one Resources member must be defined.",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Extra: 1}|Invalid template property or"
            + " properties [Extra]",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, AWSTemplateFormatVersion: 2011-01-01}|is not a"
            + " supported value",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Transform: AWS::Serverless-2016-10-31}|is not"
            + " supported by the local AWS: macros are never run",
        "{Resources: {A-B: {Type: 'AWS::SNS::Topic'}}}|Resource name A-B is non alphanumeric.",
        "{Resources: {A: {Properties: {}}}}|Every Resources object must contain a Type member.",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', Colour: x}}}|Invalid template resource property"
            + " 'Colour'",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', CreationPolicy: {}}}}|'CreationPolicy'",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', DeletionPolicy: Keep}}}|Unrecognized"
            + " DeletionPolicy",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', DeletionPolicy: Snapshot}}}|does not support"
            + " deletion policy Snapshot",
        "{Resources: {A: {Type: 'AWS::No::Such'}, B: {Type: 'AWS::Nor::This'}}}|Unrecognized"
            + " resource types: [AWS::No::Such, AWS::Nor::This]",
        "{Resources: {A: {Type: 'AWS::Lambda::Function', Properties: {Code: {}, Role:"
            + " r}}}}|resource types [AWS::Lambda::Function] are not supported by the local AWS;"
            + " nothing was made",
        "{Resources: {A: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL:"
            + " u}}}}|deploy nested stacks as stacks of their own",
        "{Resources: {A: {Type: 'AWS::Serverless::Function'}}}|needs the macro"
            + " AWS::Serverless-2016-10-31",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', Properties: {Colour: x}}}}|Encountered"
            + " unsupported property Colour in resource A",
        "{Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketEncryption: {Wrong:"
            + " x}}}}}|Encountered unsupported property Wrong at BucketEncryption.Wrong",
        "{Resources: {A: {Type: 'AWS::SSM::Parameter', Properties: {Type: String}}}}|Properties"
            + " validation failed for resource A with message: [#: required key [Value] not found]",
        "{Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {Tags: [{Key: a}]}}}}|required key"
            + " [Value] not found",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', Properties: {TopicName: {a: b}}}}}|value has the"
            + " wrong type",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', Properties: {Tags: none}}}}|#/Tags: value has"
            + " the wrong type",
        "{Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketEncryption:"
            + " yes-please}}}}|#/BucketEncryption: value has the wrong type",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', DependsOn: B}}}|Unresolved resource dependencies"
            + " [B] in the Resources block of the template",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', Condition: B}}}|Unresolved condition dependency"
            + " B",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Outputs: {O: {Value: !Ref B}}}|Unresolved"
            + " resource dependencies [B] in the Outputs block of the template",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Outputs: {O: {}}}|Output O is malformed",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Conditions: {C: !Condition D, D: !Condition"
            + " C}}|circular condition dependency",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Conditions: {C: !Equals [!Ref A, b]}}|Cannot"
            + " reference resources in the Conditions block",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}, Fn::ForEach::X: [a, [b], {}]}}|Fn::ForEach"
            + " needs a macro",
        "{Resources: {A: {Type: 'AWS::SNS::Topic', DependsOn: B}, B: {Type: 'AWS::SNS::Topic',"
            + " Properties: {TopicName: !GetAtt C.TopicName}}, C: {Type: 'AWS::SNS::Topic',"
            + " Properties: {TopicName: !Sub '${A}'}}, D: {Type: 'AWS::SNS::Topic', DependsOn:"
            + " A}}}|Circular dependency between resources: [A, B, C]",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: Text}}}|Unrecognized"
            + " parameter type: Text",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: String, Colour:"
            + " x}}}|Invalid template parameter property 'Colour'",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: String}}}|Parameters:"
            + " [P] must have values",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: String, Default: x,"
            + " AllowedValues: [y]}}}|Parameter 'P' must be one of AllowedValues",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: String, Default: x,"
            + " AllowedPattern: '[0-9]+'}}}|Parameter 'P' must match pattern [0-9]+",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: String, Default: x,"
            + " AllowedPattern: '[0-9]+', ConstraintDescription: digits}}}|Parameter P failed to"
            + " satisfy constraint: digits",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: String, Default: x,"
            + " MinLength: 2}}}|Parameter 'P' must contain at least 2 characters",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: Number, Default:"
            + " x}}}|Parameter 'P' must be a number.",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type: Number, Default: 9,"
            + " MaxValue: 8}}}|must be a number not greater than 8",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Parameters: {P: {Type:"
            + " 'AWS::SSM::Parameter::Value<String>', Default: /x}}}|Unable to fetch parameters"
            + " [/x] from parameter store",
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Rules: {R: {Assertions: [{Assert: !Contains"
            + " [[a], b], AssertDescription: must be a}]}}}|Rule R failed: must be a",
      })
  void refusesByName(String template, String message) {
    try (Local local = new Local()) {
      assertThatThrownBy(() -> local.deploy(template))
          .isInstanceOf(ApiFailure.class)
          .hasMessageContaining(message);
      assertThat(local.cloud.log()).isEmpty();
      assertThat(local.engine.describeStacks(Optional.empty())).isEmpty();
    }
  }
}
