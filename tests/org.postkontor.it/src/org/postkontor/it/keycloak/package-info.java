/**
 * The materialized product against a real Keycloak, which {@code ./test --setup} fetches from Maven Central.
 * <p>
 * {@link org.postkontor.it.keycloak.KeycloakDistribution} unpacks and builds it once per checkout.
 * {@link org.postkontor.it.keycloak.KeycloakExtension} starts it once for all tests of a build, and lets those that want it be
 * skipped with the reason where it was never fetched. Each test has a {@link org.postkontor.it.keycloak.Realm} and a
 * {@link org.postkontor.it.keycloak.Desk} of its own, so that no sign-in of one is seen by another.
 */
package org.postkontor.it.keycloak;
