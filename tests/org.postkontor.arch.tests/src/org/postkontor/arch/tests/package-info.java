/** The rules of docs/architecture.md as tests: they read the manifests and sources of the checkout they run in. */
package org.postkontor.arch.tests;
