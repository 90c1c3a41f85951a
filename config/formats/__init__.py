"""How dates are read and written, by locale; named in FORMAT_MODULE_PATH."""
