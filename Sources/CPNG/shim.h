// What Swift cannot do with libpng: libpng reports errors by longjmp, which may only cross C frames.
// These functions call setjmp themselves and return the error as a text instead.
#pragma once
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// One image being decoded from memory, or encoded into memory.
typedef struct {
  png_structp png;
  png_infop info;
  const unsigned char *input;
  size_t input_count;
  size_t input_position;
  unsigned char *output;
  size_t output_count;
  size_t output_capacity;
  char message[160];  // the error, empty if there is none

  unsigned width, height;
  int bit_depth;   // of the file: 1, 2, 4, 8, 16
  int color_type;  // PNG_COLOR_TYPE_...
  size_t row_bytes;
  int palette_count;
  unsigned char palette[256][3];
  int transparency_count;  // of the palette's first entries, or 1 if there is a transparent colour
  unsigned char palette_alpha[256];
  unsigned short transparent_color[3];  // gray in [0], or red, green, blue
} ood_png;

static void ood_png_error(png_structp png, png_const_charp message) {
  ood_png *self = (ood_png *)png_get_error_ptr(png);
  strncpy(self->message, message, sizeof self->message - 1);
  png_longjmp(png, 1);
}

static void ood_png_warning(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;  // libpng's warnings concern text and colour chunks that are not used here
}

static void ood_png_input(png_structp png, png_bytep bytes, size_t count) {
  ood_png *self = (ood_png *)png_get_io_ptr(png);
  if (count > self->input_count - self->input_position) png_error(png, "the file is cut off");
  memcpy(bytes, self->input + self->input_position, count);
  self->input_position += count;
}

static void ood_png_output(png_structp png, png_bytep bytes, size_t count) {
  ood_png *self = (ood_png *)png_get_io_ptr(png);
  if (count > self->output_capacity - self->output_count) {
    size_t capacity = 2 * self->output_capacity + count + 1024;
    unsigned char *grown = (unsigned char *)realloc(self->output, capacity);
    if (!grown) png_error(png, "out of memory");
    self->output = grown;
    self->output_capacity = capacity;
  }
  memcpy(self->output + self->output_count, bytes, count);
  self->output_count += count;
}

static void ood_png_flush(png_structp png) { (void)png; }

// A state for one of the functions below, or NULL without memory; libpng keeps its address.
static inline ood_png *ood_png_create(void) { return (ood_png *)calloc(1, sizeof(ood_png)); }

// Releases everything; to be called once.
static inline void ood_png_destroy(ood_png *self) {
  if (!self) return;
  if (self->png) png_destroy_read_struct(&self->png, &self->info, NULL);
  free(self->output);
  free(self);
}

// Reads the header, up to the first image data. Returns 0, or -1 with a message.
static inline int ood_png_open(ood_png *self, const unsigned char *bytes, size_t count) {
  self->input = bytes;
  self->input_count = count;
  self->png =
      png_create_read_struct(PNG_LIBPNG_VER_STRING, self, ood_png_error, ood_png_warning);
  if (!self->png) return -1;
  if (setjmp(png_jmpbuf(self->png))) return -1;
  self->info = png_create_info_struct(self->png);
  if (!self->info) png_error(self->png, "out of memory");
  png_set_read_fn(self->png, self, ood_png_input);
  png_read_info(self->png, self->info);

  png_uint_32 width, height;
  png_get_IHDR(self->png, self->info, &width, &height, &self->bit_depth, &self->color_type, NULL,
               NULL, NULL);
  self->width = width;
  self->height = height;
  png_colorp palette;
  if (png_get_PLTE(self->png, self->info, &palette, &self->palette_count)) {
    for (int i = 0; i < self->palette_count; i++) {
      self->palette[i][0] = palette[i].red;
      self->palette[i][1] = palette[i].green;
      self->palette[i][2] = palette[i].blue;
    }
  }
  png_bytep alpha = NULL;
  png_color_16p color = NULL;
  if (png_get_tRNS(self->png, self->info, &alpha, &self->transparency_count, &color)) {
    if (self->color_type == PNG_COLOR_TYPE_PALETTE) {
      memcpy(self->palette_alpha, alpha, (size_t)self->transparency_count);
    } else if (self->color_type == PNG_COLOR_TYPE_GRAY) {
      self->transparent_color[0] = color->gray;
    } else {
      self->transparent_color[0] = color->red;
      self->transparent_color[1] = color->green;
      self->transparent_color[2] = color->blue;
    }
  }
  // One byte a sample at least; values stay as they are in the file (no gamma, no expansion).
  png_set_packing(self->png);
  png_set_interlace_handling(self->png);
  png_read_update_info(self->png, self->info);
  self->row_bytes = png_get_rowbytes(self->png, self->info);
  return 0;
}

// Reads all rows into height x row_bytes bytes, then checks the file up to its end.
// `rows` is scratch space for `height` pointers. Returns 0, or -1 with a message.
static inline int ood_png_read(ood_png *self, unsigned char *pixels, unsigned char **rows) {
  if (setjmp(png_jmpbuf(self->png))) return -1;
  for (unsigned y = 0; y < self->height; y++) rows[y] = pixels + self->row_bytes * y;
  png_read_image(self->png, rows);
  png_read_end(self->png, NULL);
  return 0;
}

// Encodes 8-bit rows of `channels` (1 gray, 2 gray and alpha, 3 RGB, 4 RGBA) samples a pixel.
// The file is output[0 ..< output_count]. Returns 0, or -1 with a message.
static inline int ood_png_write(ood_png *self, const unsigned char *pixels, unsigned width,
                                unsigned height, int channels) {
  static const int types[] = {0, PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA,
                              PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA};
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, self, ood_png_error, ood_png_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return -1;
  }
  png_set_write_fn(png, self, ood_png_output, ood_png_flush);
  png_set_IHDR(png, info, width, height, 8, types[channels], PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  png_write_info(png, info);
  for (unsigned y = 0; y < height; y++)
    png_write_row(png, pixels + (size_t)y * width * (unsigned)channels);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  return 0;
}
