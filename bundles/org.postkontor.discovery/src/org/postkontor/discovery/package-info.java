/**
 * Finds the settings for an address. Every answer carries its source and whether it can be trusted; what was asked and
 * what it said is kept for "Why?". No credential travels during discovery. New sources implement
 * {@link org.postkontor.discovery.DiscoverySource} as an OSGi service.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.discovery;
