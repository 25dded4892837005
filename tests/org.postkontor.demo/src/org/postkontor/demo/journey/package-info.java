/**
 * The headless journey of {@code ./run --headless}: from an address to received mail, every step its own process of the
 * materialized product, against the demo world. Nothing here shares a class with the product: what is known about it
 * comes from its output, its exit codes and the files it leaves.
 */
package org.postkontor.demo.journey;
