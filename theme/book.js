// The pages need no script. This file stands in for that of mdBook and is not loaded.
