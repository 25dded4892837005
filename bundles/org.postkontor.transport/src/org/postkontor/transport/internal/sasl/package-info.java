/** SASL on Angus Mail, hardened. Not API. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.transport.internal.sasl;
