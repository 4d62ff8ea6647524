/**
 * Tests with the real Lambda Web Adapter, between an emulated Lambda Runtime API and a server in a
 * process of its own.
 *
 * <p>Skipped where there is no Cargo to build the adapter with.
 */
@NullMarked
package dev.baton.local.adapter;

import org.jspecify.annotations.NullMarked;
