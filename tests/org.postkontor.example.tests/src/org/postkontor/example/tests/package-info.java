/** The examples for third parties and suites, inside Equinox: what the documentation says is run here. */
package org.postkontor.example.tests;
