/**
 * What every implementation of an SPI has to pass: extend the contract's class, say how to set the stage, and inherit the
 * tests. They know nothing of the protocol.
 */
package org.postkontor.contract;
