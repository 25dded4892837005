/** What the tests of outbox and inbox have in common: accounts and sign-in without disk and network, and rules for texts. */
package org.postkontor.fakes;
