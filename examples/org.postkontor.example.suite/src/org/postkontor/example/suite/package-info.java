/**
 * What a law office suite calls: a letter by e-mail ("E-Brief") and a case file with large documents ("E-Akte"). Both are
 * components that get the services of Postkontor injected; see {@code docs/embedding.md}.
 */
package org.postkontor.example.suite;
