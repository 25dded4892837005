/** A complete sign-in provider of a third party: see {@code docs/adding-a-provider.md}. */
package org.postkontor.example.provider;
