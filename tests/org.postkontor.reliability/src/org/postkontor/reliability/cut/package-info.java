/**
 * The line is cut after each byte of a session that sends a small mail: case 45 of the catalogue.
 * <p>
 * A proxy ends the client's TLS, so that bytes are those of SMTP itself. {@link org.postkontor.reliability.cut.Session} knows
 * from one session without a fault where the body begins and where the answer ends, and so where a doubt is allowed.
 */
package org.postkontor.reliability.cut;
