/**
 * The materialized product against real servers: every command a process of its own, nothing shared with the servers or the
 * product but what they print and store.
 */
package org.postkontor.it;
