/** Tests that need a running Equinox: registry, Declarative Services, real secure storage. They run in the build only. */
package org.postkontor.auth.tests.osgi;
