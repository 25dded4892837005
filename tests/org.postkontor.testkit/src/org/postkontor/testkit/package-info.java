/**
 * The world outside, owned by a test: time, certificates, cables and sudden death.
 * <p>
 * {@link org.postkontor.testkit.FakeClock} owns time; {@link org.postkontor.testkit.TestAuthority} makes the
 * certificates of the demo names and of nothing else; {@link org.postkontor.testkit.FaultProxy} is the cable that
 * is slow, gets cut or swallows everything; {@link org.postkontor.testkit.CrashPoints} ends the VM at a labelled
 * line; {@link org.postkontor.testkit.Canary} finds secrets where none may be. Nothing here knows the product: it
 * runs inside OSGi and on a plain class path alike.
 */
package org.postkontor.testkit;
