/**
 * Mistakes that mail programs are known for are put into the product one at a time; named tests must notice each.
 * <p>
 * {@link org.postkontor.reliability.mutation.Mutation} changes one place of a source file, which is compiled and put before
 * the product's classes in a process of its own. There {@link org.postkontor.reliability.mutation.NamedTests} runs the tests.
 * They have to pass without the mistake and to fail with it; a mistake that no longer fits the source is an error, too.
 */
package org.postkontor.reliability.mutation;
