/**
 * What a redeploy does to what is already there: for two templates, which resources stay, are
 * changed, interrupted, replaced or refused.
 *
 * <p>The verdicts come from the published CloudFormation schemas, as the pinned CDK command line
 * ships them, followed through references, and from a short table of what those schemas leave open.
 */
package com.harena.allinone.stack.redeploy;
