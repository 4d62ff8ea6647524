/**
 * What a resource keeps besides its sessions: the log of its items, who is in it, and how something
 * reaches all of them. Whatever a domain calls its resource, it is stored here alike.
 */
@NullMarked
package dev.baton.shell.room;

import org.jspecify.annotations.NullMarked;
