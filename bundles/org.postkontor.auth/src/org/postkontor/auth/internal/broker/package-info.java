/**
 * How credentials are given out: {@link org.postkontor.auth.internal.broker.LockingSignInBroker} and its rules, one class
 * each (hosts, users, refusals, locks, what waits).
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.broker;
