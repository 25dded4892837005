/** What the tests of outbox and inbox have in common: accounts and sign-in without disk and network, what holds after every fault, and rules for texts. */
package org.postkontor.fakes;
