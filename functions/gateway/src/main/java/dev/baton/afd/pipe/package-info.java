/** The command afd-pipe: commands after one another. It calls as its caller would, over HTTPS. */
@NullMarked
package dev.baton.afd.pipe;

import org.jspecify.annotations.NullMarked;
