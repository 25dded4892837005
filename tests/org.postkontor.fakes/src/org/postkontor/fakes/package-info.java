/** What tests of several bundles have in common: accounts and sign-in without disk and network, a person, what holds after every fault, and rules for texts. */
package org.postkontor.fakes;
