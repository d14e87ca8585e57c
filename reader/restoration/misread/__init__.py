"""Text that was read in another encoding than it was written in, and read again in the right one."""
