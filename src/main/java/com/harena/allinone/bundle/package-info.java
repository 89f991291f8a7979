/**
 * What the instance is given: the user data that never changes, and the host bundle that may.
 *
 * <p>A changed user data replaces the instance, a changed bundle does not. So {@link
 * com.harena.allinone.bundle.UserData} only starts a unit that fetches the bundle, and whatever may
 * change is in the bundle.
 */
package com.harena.allinone.bundle;
