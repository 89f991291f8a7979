"""Counts what the services at an endpoint have of the types of a template: one JSON object, type to number."""
import json
import sys
from collections import Counter

import boto3

endpoint, template, stack = sys.argv[1:4]
wanted = Counter(one["Type"] for one in json.load(open(template))["Resources"].values())
account = "123456789012"


def client(name):
    return boto3.client(name, endpoint_url=endpoint, region_name="eu-west-1", aws_access_key_id="operator",
                        aws_secret_access_key="local", aws_session_token="local")


def named(all, key):
    return [one for one in all if stack in one[key]]


ec2, s3, iam = client("ec2"), client("s3"), client("iam")
instances = [i for r in ec2.describe_instances()["Reservations"] for i in r["Instances"] if i["State"]["Name"] != "terminated"]
roots = {m["Ebs"]["VolumeId"] for i in instances for m in i.get("BlockDeviceMappings", []) if m["DeviceName"] == i.get("RootDeviceName")}
distributions = client("cloudfront").list_distributions()["DistributionList"]
found = {
    "AWS::EC2::Instance": instances,
    "AWS::EC2::Volume": [v for v in ec2.describe_volumes()["Volumes"] if v["Encrypted"] and v["Size"] == 40 and v["VolumeId"] not in roots],
    "AWS::EC2::LaunchTemplate": ec2.describe_launch_templates()["LaunchTemplates"],
    "AWS::CloudFront::Distribution": distributions.get("Items", []),
    "AWS::CloudFront::OriginAccessControl": client("cloudfront").list_origin_access_controls()["OriginAccessControlList"].get("Items", []),
    "AWS::CloudWatch::Alarm": client("cloudwatch").describe_alarms()["MetricAlarms"],
    "AWS::Scheduler::Schedule": client("scheduler").list_schedules()["Schedules"],
    "AWS::SNS::Topic": client("sns").list_topics()["Topics"],
    "AWS::SNS::Subscription": client("sns").list_subscriptions()["Subscriptions"],
    "AWS::S3::Bucket": named(s3.list_buckets()["Buckets"], "Name"),
    "AWS::IAM::Role": named(iam.list_roles()["Roles"], "RoleName"),
    "AWS::Lambda::Function": client("lambda").list_functions()["Functions"],
    "AWS::Budgets::Budget": client("budgets").describe_budgets(AccountId=account).get("Budgets", []),
}
print(json.dumps({type: [len(found[type]), wanted[type]] for type in found}))
